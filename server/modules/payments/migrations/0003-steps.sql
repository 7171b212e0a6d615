-- The state machine of a payment: any other step is refused, whoever asks. Forward it may skip, for a provider need not
-- tell every step; out of an end lead only the late arrival of money, which is then given back.
create function payments.step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'created>requires_action', 'created>processing', 'created>authorised', 'created>part_captured', 'created>captured',
    'created>disputed', 'created>won', 'created>lost', 'created>failed', 'created>cancelled', 'created>expired',
    'requires_action>processing', 'requires_action>authorised', 'requires_action>part_captured', 'requires_action>captured',
    'requires_action>disputed', 'requires_action>won', 'requires_action>lost', 'requires_action>failed',
    'requires_action>cancelled', 'requires_action>expired',
    'processing>authorised', 'processing>part_captured', 'processing>captured', 'processing>disputed', 'processing>won',
    'processing>lost', 'processing>failed', 'processing>cancelled', 'processing>expired',
    'authorised>part_captured', 'authorised>captured', 'authorised>disputed', 'authorised>won', 'authorised>lost',
    'authorised>voided', 'authorised>expired',
    'part_captured>captured', 'part_captured>disputed', 'part_captured>won', 'part_captured>lost',
    'captured>disputed', 'captured>won', 'captured>lost', 'disputed>won', 'disputed>lost',
    'failed>authorised', 'failed>part_captured', 'failed>captured', 'failed>disputed', 'failed>won', 'failed>lost',
    'cancelled>authorised', 'cancelled>part_captured', 'cancelled>captured', 'cancelled>disputed', 'cancelled>won',
    'cancelled>lost',
    'expired>authorised', 'expired>part_captured', 'expired>captured', 'expired>disputed', 'expired>won', 'expired>lost',
    'voided>authorised', 'voided>part_captured', 'voided>captured', 'voided>disputed', 'voided>won', 'voided>lost']) then
    raise exception 'a payment cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'payment_step';
  end if;
  return new;
end $$;
create trigger payment_step before update of state on payments.payment for each row execute function payments.step();
