# Runs in network and process namespaces of its own: a server here, and a peer in another network.
# The way to the peer is cut before it asks for something, the way from it behind that: the reply is
# never acknowledged, and the server hears nothing any more.
set -euo pipefail

ip link set lo up
unshare --net sleep 200 &
network=$!
until [ "$(readlink "/proc/$network/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
there=(nsenter --target "$network" --net)
ip link add here type veth peer name there netns "$network"
ip address add 192.0.2.1/24 dev here
ip link set here up
"${there[@]}" ip address add 192.0.2.2/24 dev there
"${there[@]}" ip link set there up

exec {server}< <(HOST=192.0.2.1 PORT=8000 exec "$NODE" "$PROGRAM" serve 2>&1)
until read -r line <&"$server" && [[ $line == *listening* ]]; do :; done

exec {peer}< <(exec "${there[@]}" "$NODE" -e '
  const frame = Buffer.from(`\x81\x90\0\0\0\0{"type":"state"}`, "latin1");
  const socket = require("node:net").connect(8000, "192.0.2.1", () => socket.write(
    "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
  socket.once("data", (head) => console.log(String(head).split("\r\n")[0]));
  process.once("SIGUSR2", () => socket.write(frame, () => console.log("asked")));
')
asking=$!
read -r line <&"$peer"
echo "$line"
ip neighbour replace 192.0.2.2 lladdr 02:00:00:00:00:01 dev here nud permanent
kill -USR2 "$asking"
read -r line <&"$peer"
sleep 0.5
"${there[@]}" ip link set there down
echo "silence"
cut=$SECONDS
until read -r line <&"$server" && [[ $line == *"peer has vanished"* ]]; do :; done
echo "found"
echo "after $((SECONDS - cut)) s" >&2
