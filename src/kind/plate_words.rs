//! Words over columns of number plates, in the languages of the countries whose plates are known: one home, because nobody's
//! file says of which country or year its plates are.
//!
//! **Comes in:** nothing. **Goes out:** words in the spelling of [`headers`](super::Kind::headers). **Never happens here:** no
//! plate is read.

/// Words over plates of any sort.
pub const ANY: &[&str] = &[
    "carnumber",
    "licenceplate",
    "licenseplate",
    "nomeravto",
    "nreg",
    "nregnew",
    "nregold",
    "numberplate",
    "plate",
    "plateno",
    "platenumber",
    "plates",
    "registrationnumber",
    "regnumber",
    "vehiclenumber",
    "автономер",
    "госзнак",
    "госномер",
    "госномерзнак",
    "грз",
    "грнз",
    "державнийномер",
    "держзнак",
    "держномер",
    "дерзнак",
    "днз",
    "мамлекеттикномер",
    "мамлекеттикномери",
    "номеравто",
    "номеравтомобиля",
    "номеравтомобіля",
    "номермашины",
    "номернийзнак",
    "номерныйзнак",
    "номертз",
    "старийномер",
    "старыйномер",
    "унааномери",
];
