//! What is done when the run is stopped from outside: nothing half-written stays, and the exit status says by what.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use signal_hook::consts::signal::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use tempfile::NamedTempFile;

/// The file that is being written now.
static DRAFT: Mutex<Option<PathBuf>> = Mutex::new(None);

fn draft() -> MutexGuard<'static, Option<PathBuf>> {
    DRAFT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends the program on SIGINT with 130 and on SIGTERM with 143, without the file that was being written.
///
/// # Source
/// POSIX.1-2017, Shell Command Language 2.8.2, and the practice of shells: 128 and the number of the signal.
pub fn heed() {
    // Where signals cannot be heeded the system's own answer stands: the program ends.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // Held to the end: no other draft can begin.
            let mut draft = draft();
            remove(&mut draft);
            std::process::exit(128 + signal);
        }
    });
}

fn remove(draft: &mut Option<PathBuf>) {
    if let Some(path) = draft.take() {
        let _ = std::fs::remove_file(path);
    }
}

/// Makes a draft in a folder that a signal removes, until it is finished with [`done`].
///
/// # Errors
/// The folder cannot be written to.
pub fn begin(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut draft = draft();
    let file = NamedTempFile::new_in(folder)?;
    *draft = Some(file.path().to_path_buf());
    Ok(file)
}

/// The draft has its name or is gone.
pub fn done() {
    draft().take();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_removed_until_it_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let left = || std::fs::read_dir(folder.path()).unwrap().count();
        // Other tests write drafts too: this one looks at its own only.
        let mut known = Some(NamedTempFile::new_in(folder.path()).unwrap().keep().unwrap().1);
        assert_eq!(left(), 1);
        remove(&mut known);
        assert_eq!((left(), known), (0, None));
    }
}
