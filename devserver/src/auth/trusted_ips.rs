//! From where a machine identity is let in: addresses, and ranges such as `10.0.0.0/8`.

use std::net::IpAddr;

/// Whether `text` is an address or a range.
pub(crate) fn is_valid(text: &str) -> bool {
    parse(text).is_some()
}

/// Whether one of `trusted` is or covers `address`.
pub(crate) fn cover(trusted: &[String], address: &str) -> bool {
    let Ok(address) = address.parse::<IpAddr>() else { return false };
    trusted.iter().filter_map(|text| parse(text)).any(|(network, bits)| match (network, address) {
        (IpAddr::V4(network), IpAddr::V4(address)) => {
            let differ = u32::from(network) ^ u32::from(address);
            differ.checked_shr(32 - bits).unwrap_or_default() == 0
        }
        (IpAddr::V6(network), IpAddr::V6(address)) => {
            let differ = u128::from(network) ^ u128::from(address);
            differ.checked_shr(128 - bits).unwrap_or_default() == 0
        }
        _ => false,
    })
}

/// The address, or the network, and how many of its first bits count.
fn parse(text: &str) -> Option<(IpAddr, u32)> {
    let (address, prefix) = match text.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().ok()?;
    let all = if address.is_ipv4() { 32 } else { 128 };
    let bits = prefix.map_or(Some(all), |prefix| prefix.parse().ok())?;
    (bits <= all).then_some((address, bits))
}

#[cfg(test)]
mod tests {
    use super::{cover, is_valid};

    #[test]
    fn ranges_cover_what_they_say() {
        for (trusted, address, covered) in [
            ("0.0.0.0/0", "127.0.0.1", true),
            ("::/0", "127.0.0.1", false),
            ("::/0", "::1", true),
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.2", "127.0.0.1", false),
            ("127.0.0.0/8", "127.9.9.9", true),
            ("10.0.0.0/8", "127.0.0.1", false),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("0.0.0.0/0", "unknown", false),
        ] {
            assert_eq!(cover(&[trusted.to_owned()], address), covered, "{trusted} {address}");
        }
        assert!(!is_valid("10.0.0.0/33") && !is_valid("host") && !is_valid("10.0.0.0/"));
    }
}
