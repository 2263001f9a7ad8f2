#!/bin/sh
# Removes GLIDE Studio from where this script is; settings and pictures stay.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=$(cd "$here/../.." && pwd)
(cd "$prefix" && tr '\n' '\0' < "$here/files" | xargs -0 rm -f)
rm -f "$here/files" "$here/uninstall.sh" "$prefix/share/applications/mimeinfo.cache"
find "$here" -depth -type d -empty -delete
(
    cd "$prefix"
    find share/icons/hicolor share/doc/glide-studio -depth -type d -empty -delete 2> /dev/null || true
    for folder in share/applications share/thumbnailers share/metainfo share/icons share/doc share bin lib .; do
        rmdir "$folder" 2> /dev/null || true
    done
)
if [ -d "$prefix/share/applications" ] && command -v update-desktop-database > /dev/null; then
    update-desktop-database -q "$prefix/share/applications" || true
fi
[ "${1:-}" = --quiet ] || echo "GLIDE Studio is removed. Settings and pictures are left."
