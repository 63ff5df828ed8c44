/** Payment cards swiped by mistake are recognised here so that their numbers can be dropped at once. */

/** The Luhn check of ISO/IEC 7812-1 over decimal digits. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether the digits of a magnetic stripe can be the number of a payment card: 13–19 digits that pass the check. */
export function isPaymentCard(digits: string): boolean {
  return /^\d{13,19}$/.test(digits) && passesLuhn(digits);
}

/**
 * The same for digits without a stripe around them, as keyboard readers type them. Every tenth number passes the
 * Luhn check by chance, so only lengths and first digits that payment cards have count: access cards print
 * fourteen digits with a leading zero, or seventeen.
 */
export function isTypedPaymentCard(digits: string): boolean {
  return /^[2-6](?:\d{12}|\d{13}|\d{14}|\d{15}|\d{18})$/.test(digits) && isPaymentCard(digits);
}

/** Whether a payment card's number stands anywhere in a text, in groups or with the sentinel of a stripe before it. */
export function holdsPaymentCard(text: string): boolean {
  return [...text.matchAll(/(;|%B)?(\d(?:[ -]?\d){12,})/g)].some(([, sentinel, groups = '']) => {
    const digits = groups.replace(/\D/g, '');
    return sentinel ? isPaymentCard(digits) : isTypedPaymentCard(digits);
  });
}
