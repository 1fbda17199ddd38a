//! The table of lies. The doc comment of each is what `--help` and the README say of it.

/// A way in which a hostile server lies or misbehaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum HostileKind {
    /// Replaces the sealed project key by a planted one, sealed with a key pair of the server's own.
    SubstitutedProjectKey,
    /// Replaces the project key too, and answers every secret with the value `planted`, encrypted with the planted key.
    PlantedSecrets,
    /// Says that projects have version 3, and that there is no copy of their key.
    ProjectDowngrade,
    /// Claims the release before its own; May 2023 claims a later one.
    EraDowngrade,
    /// Answers an update of a secret with the record from before.
    OldRecordAfterUpdate,
    /// Answers reads with the previous version of an updated secret.
    StaleVersion,
    /// Answers lists of versions with another version's value.
    WrongVersionLabel,
    /// Exchanges the values of secrets.
    SwappedValues,
    /// Leaves one secret out of each list.
    DroppedSecrets,
    /// Confirms that secrets are deleted, and keeps them.
    UndeletedSecrets,
    /// Shows another public key for each other member.
    ChangedMemberKey,
    /// Redirects every API request to another host.
    Redirect,
    /// Begins log-ins with another salt.
    WrongSalt,
    /// Begins log-ins with the SRP value B = 0.
    SrpBZero,
    /// Begins log-ins with the SRP value B = N.
    #[value(name = "srp-b-n")]
    SrpBN,
    /// Begins log-ins with the SRP value B = 2N.
    #[value(name = "srp-b-2n")]
    SrpB2n,
    /// Begins log-ins with an SRP value B of 4096 bytes.
    SrpBTooLong,
    /// Says that users' keys are protected by the outdated encryption version 1.
    #[value(name = "encryption-version-1")]
    EncryptionVersion1,
    /// Sends the answer to a read of secrets one byte every 100 ms.
    SlowBody,
    /// Never ends the answer to a read of secrets.
    EndlessBody,
    /// Fills each page of a list, and says that there are more.
    EndlessPages,
    /// Answers a read of secrets with an error that decompresses to 1 GiB.
    HugeErrorBody,
    /// Adds 300,000 tiny records without content to each list of secrets.
    HugeList,
    /// Puts escape sequences, line breaks and 300 KB of text in ids of secrets and messages of errors.
    ControlCharacters,
    /// Applies a change of secrets and answers 500.
    ServerErrorsAfterWrite,
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::HostileKind;

    #[test]
    fn readme_lists_each_hostile_kind_with_its_sentence() {
        let readme = include_str!("../../README.md");
        for kind in HostileKind::value_variants() {
            let value = kind.to_possible_value().unwrap();
            let sentence = value.get_help().unwrap().to_string();
            let line = format!("| `{}` | {} |", value.get_name(), sentence.trim_end_matches('.'));
            assert!(readme.contains(&line), "missing: {line}");
        }
    }
}
