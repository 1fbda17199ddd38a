#!/usr/bin/env bash
# Builds an AAR: the classes of the jar, and the native library for each Android ABI. A recipe: it is
# not run by this project's tests. See README.md beside it.
#
# Needs ANDROID_NDK_HOME (r28 or later), `cargo install cargo-ndk`, the Rust targets below
# (`rustup target add …`), and the jar (`mvn package` in kotlin/).
set -euo pipefail
cd "$(dirname "$0")/../.."

: "${ANDROID_NDK_HOME:?set it to the folder of the Android NDK, r28 or later}"
abis=(arm64-v8a armeabi-v7a x86_64) # aarch64-linux-android armv7-linux-androideabi x86_64-linux-android
api=26
jar=$(find kotlin/target -maxdepth 1 -name 'infisical-e2ee-*.jar' ! -name '*-sources.jar')
[ -f "$jar" ] || {
    echo "kotlin/target holds no jar: run \`mvn package\` in kotlin/" >&2
    exit 1
}

out=kotlin/android/target
rm -rf "$out"
mkdir -p "$out/aar/jni" "$out/classes"

targets=()
for abi in "${abis[@]}"; do targets+=(--target "$abi"); done
# Android 15 loads libraries in pages of 16 KB; NDK r28 aligns for them, older ones need the flag.
RUSTFLAGS="-C link-arg=-Wl,-z,max-page-size=16384" \
    cargo ndk "${targets[@]}" --platform "$api" --output-dir "$out/aar/jni" \
    build --release --package infisical-e2ee-uniffi

# An app takes the library from jni/, so the desktop's in the jar is left out.
(cd "$out/classes" && unzip -q "../../../../$jar" -x 'linux-*/*' 'darwin-*/*')
(cd "$out/classes" && zip -qr ../aar/classes.jar .)

cp kotlin/android/AndroidManifest.xml "$out/aar/"
cp kotlin/android/consumer-rules.pro "$out/aar/proguard.txt"
: >"$out/aar/R.txt"
(cd "$out/aar" && zip -qr ../infisical-e2ee.aar .)
echo "$out/infisical-e2ee.aar"
