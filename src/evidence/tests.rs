//! Unit tests of the service evidence.
