"""Run by kritarunner: opens IN.ora in Krita, writes what it shows as OUT.png and saves the file
again as AGAIN.ora; prints the page and the layers, bottom first, as JSON."""

import json


def __main__(args):
    from krita import InfoObject, Krita

    krita = Krita.instance()
    krita.setBatchmode(True)
    document = krita.openDocument(args[0])
    document.setBatchmode(True)
    document.waitForDone()
    layers = [
        [
            layer.name(),
            layer.blendingMode(),
            layer.opacity(),
            layer.visible(),
            layer.locked(),
            [
                layer.bounds().x(),
                layer.bounds().y(),
                layer.bounds().width(),
                layer.bounds().height(),
            ],
        ]
        for layer in document.rootNode().childNodes()
    ]
    page = [document.width(), document.height(), document.resolution()]
    print("JSON" + json.dumps([page, layers]), flush=True)
    options = InfoObject()
    options.setProperty("alpha", True)
    document.exportImage(args[1], options)
    document.saveAs(args[2])
    document.setModified(False)
    document.close()
