# Waits for input, as a login does, then returns credentials that have expired.
cat
echo "Your SSO session is over: run corp-login (password: $2)" >&2
cat keys.json
