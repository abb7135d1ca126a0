app-name = Common Ground
skip-to-main = Skip to the main part
direction = ltr
