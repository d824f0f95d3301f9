//! Schemas of the user: a folder of files in the format of the built-in ones.

use std::path::Path;

use anyhow::{Context, ensure};

use super::schema::Schema;

/// Largest file that is read, in bytes: a schema has some kilobytes.
const BYTES_MOST: u64 = 1 << 20;

/// Reads every `*.json` file of a folder, by name.
///
/// # Errors
/// The folder or a file cannot be read, a file is no schema, or there is none.
pub fn folder(path: &Path) -> anyhow::Result<Vec<Schema>> {
    let entries = std::fs::read_dir(path).context("cannot list the folder of schemas")?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    ensure!(!files.is_empty(), "there is no schema (*.json) in the folder of schemas");
    files.iter().map(|file| one(file)).collect()
}

fn one(file: &Path) -> anyhow::Result<Schema> {
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let context = || format!("in the folder of schemas: {name}");
    let bytes = std::fs::metadata(file).with_context(context)?.len();
    ensure!(bytes <= BYTES_MOST, "in the folder of schemas: {name} is larger than {BYTES_MOST} bytes");
    Schema::parse(&std::fs::read_to_string(file).with_context(context)?).with_context(context)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::schema::{BUILT_IN, with_users};

    #[test]
    fn a_folder_of_schemas_is_read_and_clashes_are_told() {
        let folder_of_schemas = tempfile::tempdir().unwrap();
        let mut schema = BUILT_IN[0].clone();
        schema.id = "own_shop".into();
        schema.aliases.clear();
        let file = folder_of_schemas.path().join("shop.json");
        std::fs::write(&file, serde_json::to_string(&schema).unwrap()).unwrap();
        std::fs::write(folder_of_schemas.path().join("notes.txt"), "nothing").unwrap();
        let read = folder(folder_of_schemas.path()).unwrap();
        assert_eq!(read, [schema.clone()]);
        assert!(with_users(read).unwrap().iter().any(|known| known.id == "own_shop"));
        schema.id = BUILT_IN[0].id.clone();
        std::fs::write(&file, serde_json::to_string(&schema).unwrap()).unwrap();
        assert!(with_users(folder(folder_of_schemas.path()).unwrap()).is_err());
        std::fs::write(&file, "{}").unwrap();
        assert!(format!("{:#}", folder(folder_of_schemas.path()).unwrap_err()).contains("shop.json"));
    }
}
