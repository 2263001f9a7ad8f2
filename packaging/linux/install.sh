#!/bin/sh
# Installs what the archive holds, for this user or, as root, for all. Options: --prefix FOLDER.
set -eu
prefix=$HOME/.local
[ "$(id -u)" != 0 ] || prefix=/usr/local
[ "${1:-}" != --prefix ] || prefix=$2
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac

if [ -x "$prefix/lib/glide-studio/uninstall.sh" ]; then
    "$prefix/lib/glide-studio/uninstall.sh" --quiet
fi
(cd usr && find . ! -type d) > files
(cd usr && find . -type d) | while IFS= read -r folder; do
    [ -d "$prefix/$folder" ] || echo "$folder"
done > folders
mkdir -p "$prefix"
cp -a usr/. "$prefix/"
# Menus may not search this folder for programs.
for file in "$prefix/share/applications/@ID@.desktop" "$prefix/share/thumbnailers/@ID@.thumbnailer"; do
    sed -i -e "s,^TryExec=glide-studio,TryExec=$prefix/bin/glide-studio," \
        -e "s,^Exec=glide-studio,Exec=\"$prefix/bin/glide-studio\"," "$file"
done
cp files folders uninstall.sh "$prefix/lib/glide-studio/"
if command -v update-desktop-database > /dev/null; then
    update-desktop-database -q "$prefix/share/applications" || true
fi
echo "GLIDE Studio is installed: $prefix/bin/glide-studio"
echo "To remove it: $prefix/lib/glide-studio/uninstall.sh"
