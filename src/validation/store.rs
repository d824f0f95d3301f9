//! The lines of a validation: one a world, added as they come, never changed.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

use super::outcome::{Truth, World};

/// Name of the file in the folder of a validation.
pub const LINES: &str = "worlds.jsonl";

/// Every world of a folder, by class and seed; none where there is no file yet. A last line that was cut is no world.
///
/// # Errors
/// The file cannot be read, or a line that is whole means nothing.
pub fn worlds(folder: &Path) -> Result<Vec<World>> {
    let path = folder.join(LINES);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
    let mut worlds = whole
        .lines()
        .enumerate()
        .map(|(line, text)| {
            serde_json::from_str(text).with_context(|| {
                format!("line {} of {}\nhint: it is of another version; name a new folder", line + 1, path.display())
            })
        })
        .collect::<Result<Vec<World>>>()?;
    worlds.sort_by(|left, right| (&left.class, left.seed).cmp(&(&right.class, right.seed)));
    worlds.dedup_by(|left, right| (&left.class, left.seed) == (&right.class, right.seed));
    Ok(worlds)
}

/// Class and seed of every world of a folder.
///
/// # Errors
/// As [`worlds`].
pub fn known(folder: &Path) -> Result<BTreeSet<(String, u64)>> {
    Ok(worlds(folder)?.into_iter().map(|world| (world.class, world.seed)).collect())
}

/// The truth of a written world.
///
/// # Errors
/// There is none, or it means nothing.
pub fn truth(folder: &Path) -> Result<Truth> {
    let path = folder.join("truth.json");
    let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("in {}", path.display()))
}

/// The file to which worlds are added.
pub struct Lines(File);

impl Lines {
    /// Opens the file of a folder, which is made if it is missing; a last line that was cut is taken away.
    ///
    /// # Errors
    /// The folder or file cannot be made or written.
    pub fn open(folder: &Path) -> Result<Lines> {
        let shown = || format!("cannot write to {}", folder.display());
        std::fs::create_dir_all(folder).with_context(shown)?;
        let path = folder.join(LINES);
        let kept = match std::fs::read(&path) {
            Ok(bytes) => bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1),
            Err(_) => 0,
        };
        let file = OpenOptions::new().create(true).append(true).open(&path).with_context(shown)?;
        file.set_len(kept as u64).with_context(shown)?;
        Ok(Lines(file))
    }

    /// Adds a world.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn add(&mut self, world: &World) -> Result<()> {
        let mut line = serde_json::to_string(world).context("cannot spell a world as JSON")?;
        line.push('\n');
        self.0.write_all(line.as_bytes()).context("cannot write the world's line; hint: is the disk full?")
    }
}
