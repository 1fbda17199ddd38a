//! Tests of the server over HTTP.

#[cfg(test)]
mod audit;
#[cfg(test)]
mod bounds;
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod durability;
#[cfg(test)]
mod flows;
#[cfg(test)]
mod history;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod local_only;
mod mfa;
#[cfg(test)]
mod modern;
#[cfg(test)]
mod passwords;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod support;
#[cfg(test)]
mod today;
