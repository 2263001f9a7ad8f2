"""The picture as an artist sees it: layers, history, and changes of the whole."""
