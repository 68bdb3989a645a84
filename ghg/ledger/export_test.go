package ledger

// ReadInBlocks is ReadCSV in blocks of a size that small files have several of.
var ReadInBlocks = readCSV
