"""A stranger in Python: knows an address, asks by reflection what there is, and calls it. Prints what it found as JSON."""
import json
import sys

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

address, service, method, said = sys.argv[1:5]
version = sys.argv[5]
pool = descriptor_pool.DescriptorPool()
channel = grpc.insecure_channel(address)


def same(each):
    return each


def text(number, value):
    return bytes([number << 3 | 2, len(value)]) + value.encode()


def fields(data):
    """Length-delimited fields of a message, by number."""
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        length, at = varint(data, at)
        yield tag >> 3, data[at : at + length]
        at += length


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def ask(request, answer):
    path = f"/grpc.reflection.{version}.ServerReflection/ServerReflectionInfo"
    calls = channel.stream_stream(path, request_serializer=same, response_deserializer=same)
    told = next(iter(calls(iter([request]), timeout=20)))
    return next(value for number, value in fields(told) if number == answer)


services = [dict(fields(each))[1].decode() for _, each in fields(ask(text(7, "*"), 6))]
for _, data in fields(ask(text(4, service), 4)):
    name = descriptor_pb2.FileDescriptorProto.FromString(data).name
    try:
        pool.FindFileByName(name)
    except KeyError:
        waiting = descriptor_pb2.FileDescriptorProto.FromString(data)
        for needed in waiting.dependency:
            try:
                pool.FindFileByName(needed)
            except KeyError:
                [pool.AddSerializedFile(each) for _, each in fields(ask(text(3, needed), 4))]
        pool.AddSerializedFile(data)

called = pool.FindServiceByName(service).methods_by_name[method]
factory = message_factory.MessageFactory(pool)
request = factory.GetPrototype(called.input_type)()
json_format.Parse(said, request)
call = channel.unary_unary(
    f"/{service}/{method}",
    request_serializer=lambda each: each.SerializeToString(),
    response_deserializer=factory.GetPrototype(called.output_type).FromString,
)
health = channel.unary_unary("/grpc.health.v1.Health/Check", request_serializer=same, response_deserializer=same)
answer = json_format.MessageToDict(call(request, timeout=20))
print(json.dumps({"services": services, "answer": answer, "health": list(health(text(1, service), timeout=20))}))
