//! The check letter of Spanish identity numbers.

/// Check letter of a number.
///
/// # Source
/// Ministerio del Interior (Spain), Cálculo del dígito de control del NIF/NIE: the remainder modulo 23 in this order.
pub fn check_letter(number: u32) -> u8 {
    b"TRWAGMYFPDXBNJZSQVHLCKE"[(number % 23) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_check() {
        assert_eq!((check_letter(12_345_678), check_letter(0), check_letter(22)), (b'Z', b'T', b'E'));
    }
}
