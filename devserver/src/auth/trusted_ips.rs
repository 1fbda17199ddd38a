//! Trusted addresses of machine identities, and ranges such as `10.0.0.0/8`.

use std::net::IpAddr;

/// What comes before an IPv4 address that is written as an IPv6 one.
const MAPPED_BITS: u32 = 96;

/// Whether `text` is an address or a range.
pub(crate) fn is_valid(text: &str) -> bool {
    parse(text).is_some()
}

/// Whether one of `trusted` is or covers `address`.
pub(crate) fn cover(trusted: &[String], address: IpAddr) -> bool {
    let address = address.to_canonical();
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
    let all: u32 = if address.is_ipv4() { 32 } else { 128 };
    let bits = prefix.map_or(Some(all), |prefix| prefix.parse().ok())?;
    let unmapped = address.to_canonical();
    match bits.checked_sub(MAPPED_BITS) {
        _ if bits > all => None,
        Some(bits) if address.is_ipv6() && unmapped.is_ipv4() => Some((unmapped, bits)),
        _ => Some((address, bits)),
    }
}

#[cfg(test)]
mod tests {
    use super::{cover, is_valid};

    #[test]
    fn trusted_ips_match_their_addresses() {
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
            ("127.0.0.0/8", "::ffff:127.0.0.1", true),
            ("10.0.0.0/8", "::ffff:127.0.0.1", false),
            ("::/0", "::ffff:127.0.0.1", false),
            ("::ffff:10.0.0.0/104", "10.1.1.1", true),
            ("::ffff:10.0.0.1", "10.0.0.2", false),
        ] {
            let found = cover(&[trusted.to_owned()], address.parse().unwrap());
            assert_eq!(found, covered, "{trusted} {address}");
        }
        assert!(!is_valid("10.0.0.0/33") && !is_valid("host") && !is_valid("10.0.0.0/"));
    }
}
