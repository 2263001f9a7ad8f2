#!/bin/sh
# Removes GLIDE Studio from where this script is; settings and pictures stay.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=$(cd "$here/../.." && pwd)
applications=$prefix/share/applications
made=$(LC_ALL=C sort -r "$here/folders")
(cd "$prefix" && tr '\n' '\0' < "$here/files" | xargs -0 rm -f)
rm -f "$here/files" "$here/folders" "$here/uninstall.sh"
if [ -z "$(find "$applications" -name '*.desktop')" ]; then
    rm -f "$applications/mimeinfo.cache"
elif command -v update-desktop-database > /dev/null; then
    update-desktop-database -q "$applications" || true
fi
cd /
printf '%s\n' "$made" | while IFS= read -r folder; do
    rmdir "$prefix${folder#.}" 2> /dev/null || true
done
[ "${1:-}" = --quiet ] || echo "GLIDE Studio is removed. Settings and pictures are left."
