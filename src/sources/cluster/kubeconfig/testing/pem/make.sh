#!/usr/bin/env bash
# Makes the certificates of these tests anew, good from 2020 to 2120: ./make.sh in this folder, with openssl 3.
# authority.pem signs server.pem (localhost, cluster.example, 127.0.0.1, ::1), client.pem (CN=jane) and client-renewed.pem (CN=jane-renewed);
# stranger.pem is an authority that signed none of them. The authorities' own keys are not kept.
set -eu
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cat >"$work/ca.conf" <<EOF
[ca]
default_ca = own
[own]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
[any]
organizationName = optional
commonName = supplied
EOF
: >"$work/index"
echo 1000 >"$work/serial"

# NAME SUBJECT EXTENSIONS SIGNING-OPTION…
sign() {
  local name=$1 subject=$2
  printf '%s\n' "$3" >"$work/extensions"
  shift 3
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "$subject" -keyout "$name.key" -out "$work/$name.csr"
  openssl ca -batch -notext -config "$work/ca.conf" -startdate 20200101000000Z -enddate 21200101000000Z \
    -extfile "$work/extensions" -in "$work/$name.csr" -out "$name.pem" "$@"
}
for name in authority stranger; do
  sign $name /CN=$name $'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign' -selfsign -keyfile $name.key
done
by=(-cert authority.pem -keyfile authority.key)
sign server /CN=server 'subjectAltName=DNS:localhost,DNS:cluster.example,IP:127.0.0.1,IP:::1' "${by[@]}"
sign client /O=developers/CN=jane extendedKeyUsage=clientAuth "${by[@]}"
sign client-renewed /O=developers/CN=jane-renewed extendedKeyUsage=clientAuth "${by[@]}"
rm authority.key stranger.key
