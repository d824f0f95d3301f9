//! Lists of the service that cannot be trusted.
