//! Runs `tests/scenarios/*.json` against the server that `tests/run.py` started. Each language has
//! such a runner, equally strict. `tests/README.md` describes the format.
#![expect(clippy::print_stdout, reason = "a test program that reports by line")]

mod arguments;
mod matching;
mod operations;
mod scenario;
mod setting;
mod variables;

use std::process::ExitCode;

use scenario::{Once, Scenario};
use setting::Setting;

/// Why a step failed.
#[derive(Debug)]
enum Failure {
    /// The client returned an error, which a step may expect.
    Client(infisical_e2ee::Error),
    /// The scenario is invalid, or the result is wrong.
    Scenario(String),
}

impl From<infisical_e2ee::Error> for Failure {
    fn from(error: infisical_e2ee::Error) -> Self {
        Self::Client(error)
    }
}

fn wrong<T>(what: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Scenario(what.into()))
}

fn main() -> ExitCode {
    let Some(setting) = Setting::from_environment() else {
        println!("no target is set: `tests/run.py devserver -- cargo test --test scenarios`");
        return ExitCode::SUCCESS;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    match runtime.map_err(|error| error.to_string()).and_then(|runtime| run(&runtime, &setting)) {
        Ok((passed, failed)) => {
            println!("{passed} passed, {failed} failed");
            if passed > 0 && failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            println!("the scenarios cannot run: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(runtime: &tokio::runtime::Runtime, setting: &Setting) -> Result<(usize, usize), String> {
    let (mut passed, mut failed) = (0, 0);
    let once = Once::default();
    for scenario in Scenario::read_all(setting)? {
        let (name, outcome) = match scenario {
            Ok(scenario) => {
                let name = scenario.name.clone();
                // Each scenario is its own task, so that a panic fails only this one.
                let task = runtime.spawn(scenario.run(setting.clone(), once.clone()));
                (name, runtime.block_on(task).unwrap_or_else(|panic| Err(panic.to_string())))
            }
            Err(reason) => (String::from("a scenario that cannot be read"), Err(reason)),
        };
        match outcome {
            Ok(()) => {
                println!("ok      {name}");
                passed += 1;
            }
            Err(reason) => {
                println!("FAILED  {name}\n        {reason}");
                failed += 1;
            }
        }
    }
    Ok((passed, failed))
}
