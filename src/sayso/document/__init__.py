"""The document model: immutable texts, anchors into them, and the records that rest on anchors."""
