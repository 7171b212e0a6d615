/** States and provinces go by a code and a name; shoppers write either. */
const NAMES: Record<string, ReadonlyMap<string, string>> = {
  US: named(`AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware,
    DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky,
    LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana,
    NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio,
    OK Oklahoma, OR Oregon, PA Pennsylvania, PR Puerto Rico, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee,
    TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming`),
  CA: named(`AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, NS Nova Scotia,
    NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, SK Saskatchewan, YT Yukon`),
}

function named(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(',').map((pair) => {
      const written = pair.trim()
      return [plain(written.slice(3)), written.slice(0, 2)]
    }),
  )
}

/** Without accents, case and doubled spaces. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toUpperCase()
}

function codeOf(country: string, region: string): string {
  const written = plain(region)
  return NAMES[country]?.get(written) ?? written
}

/** Whether what a shopper wrote is this region of the country. */
export function sameRegion(country: string, region: string, written: string | null): boolean {
  return written !== null && codeOf(country, region) === codeOf(country, written)
}
