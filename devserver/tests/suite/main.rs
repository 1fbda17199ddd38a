//! The server from the outside: everything here goes over HTTP.

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod durability;
#[cfg(test)]
mod flows;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod permissions;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod support;
