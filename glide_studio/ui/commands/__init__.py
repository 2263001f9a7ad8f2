"""Every command of the studio as data, one file for each menu."""
