//! Chance for cells: texts after a pattern, uneven choices, numbers in a range.

use super::super::random::Bits;

/// A stream of chance with the questions that cells ask.
pub(super) struct Dice(Bits);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Dice(Bits::new(seed))
    }

    /// A number in `0..below`; 0 where there is nothing to choose from.
    pub(super) fn below(&mut self, below: u64) -> u64 {
        self.0.below(below.max(1))
    }

    /// A number in `least..=most`.
    pub(super) fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// Yes in `share` of a hundred cases.
    pub(super) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// One of the items, each as likely as the others.
    pub(super) fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len() as u64) as usize]
    }

    /// One of the items, the first far more often than the last: as real things are spread.
    pub(super) fn uneven<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        let count = items.len() as u64;
        let place = self.below(count).min(self.below(count));
        items[place as usize]
    }

    /// One letter of an alphabet.
    pub(super) fn letter(&mut self, alphabet: &str) -> char {
        let count = alphabet.chars().count() as u64;
        alphabet.chars().nth(self.below(count) as usize).unwrap_or('?')
    }

    /// `count` letters of an alphabet.
    pub(super) fn letters(&mut self, count: usize, alphabet: &str) -> String {
        (0..count).map(|_| self.letter(alphabet)).collect()
    }

    /// `count` digits.
    pub(super) fn digits(&mut self, count: usize) -> String {
        self.letters(count, "0123456789")
    }

    /// `count` hexadecimal digits in lower case.
    pub(super) fn hex(&mut self, count: usize) -> String {
        self.letters(count, "0123456789abcdef")
    }

    /// `count` random bytes.
    pub(super) fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.below(256) as u8).collect()
    }

    /// A text after a pattern: `#` a digit, `@` a Latin capital, `%` a small Latin letter, `*` a hexadecimal digit; all
    /// else stands for itself.
    pub(super) fn fill(&mut self, pattern: &str) -> String {
        let mut text = String::with_capacity(pattern.len());
        for sign in pattern.chars() {
            text.push(match sign {
                '#' => self.letter("0123456789"),
                '@' => self.letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                '%' => self.letter("abcdefghijklmnopqrstuvwxyz"),
                '*' => self.letter("0123456789abcdef"),
                other => other,
            });
        }
        text
    }
}

/// The digits of a text as numbers; anything else is left out.
pub(super) fn digits_of(text: &str) -> Vec<u64> {
    text.bytes().filter(u8::is_ascii_digit).map(|digit| u64::from(digit - b'0')).collect()
}

/// The sum of digits times weights; the weights are used over and over.
pub(super) fn weighed(digits: &[u64], weights: &[u64]) -> u64 {
    digits.iter().zip(weights.iter().cycle()).map(|(digit, weight)| digit * weight).sum()
}

/// The digit that makes the number before it pass Luhn's test.
///
/// # Source
/// ISO/IEC 7812-1, annex B: from the right every second digit is doubled, digit sums are added up.
pub(super) fn luhn(body: &str) -> u64 {
    let sum: u64 = digits_of(body)
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    (10 - sum % 10) % 10
}

/// Letters of one text replaced by those of another at the same place: Cyrillic by Latin look-alikes, say.
pub(super) fn swapped(text: &str, from: &str, to: &str) -> String {
    text.chars()
        .map(|letter| {
            from.chars().position(|known| known == letter).and_then(|at| to.chars().nth(at)).unwrap_or(letter)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_filled_and_check_digits_agree_with_published_numbers() {
        let mut dice = Dice::new(5);
        let text = dice.fill("AB-##@%*");
        assert!(text.starts_with("AB-") && text.len() == 8 && text[3..5].bytes().all(|sign| sign.is_ascii_digit()));
        assert_eq!((luhn("411111111111111"), luhn("49015420323751"), luhn("37828224631000")), (1, 8, 5));
        assert_eq!(swapped("АВ12", "АВ", "AB"), "AB12");
    }
}
