// Codes offered for a budget (ISO 4217): those of the regions where the workshops were held, then the usual ones of funders. Others can be typed.

const regional =
  'AOA BIF BOB BWP CDF COP DJF ERN ETB GHS GMD GNF KES KMF LRD LSL MGA MUR MWK MZN NAD NGN PEN RWF SCR SDG SLE SOS SSP SZL TZS UGX XAF XOF ZAR ZMW ZWG';
const funders = 'USD EUR GBP CHF CAD SEK NOK DKK JPY';

export const currencies: readonly string[] = `${regional} ${funders}`.split(' ');
