//! Passes one target of the core to libFuzzer: `scripts/fuzz` builds and runs it. `FUZZ_TARGET` is
//! the name of the target; its seeds are written to the folder `FUZZ_SEEDS`.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
mod target {
    use std::sync::OnceLock;
    use std::{env, fs, process};

    use infisical_e2ee::fuzz::{TARGETS, Target};

    static TARGET: OnceLock<Target> = OnceLock::new();

    libfuzzer_sys::fuzz_target!(
        init: {
            let name = env::var("FUZZ_TARGET").unwrap_or_default();
            if name.is_empty() {
                // For `scripts/fuzz`, which runs them all.
                TARGETS.iter().for_each(|target| println!("{}", target.name));
                process::exit(0);
            }
            let target = TARGETS.iter().find(|target| target.name == name);
            let target = target.expect("FUZZ_TARGET names a target; without it they are listed");
            TARGET.set(*target).expect("libFuzzer initializes once");
            if let Some(folder) = env::var_os("FUZZ_SEEDS") {
                let folder = std::path::PathBuf::from(folder);
                for (number, seed) in (target.seeds)().iter().enumerate() {
                    fs::write(folder.join(number.to_string()), seed).expect("a seed is written");
                }
            }
        },
        |data: &[u8]| {
            let target = TARGET.get().expect("libFuzzer has initialized");
            (target.run)(data);
        }
    );
}

/// Does nothing without `--cfg fuzzing`; so, a normal build needs no C++ compiler.
#[cfg(not(fuzzing))]
fn main() {}
