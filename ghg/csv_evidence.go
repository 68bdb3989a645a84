package ghg

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
)

// readGrades reads the grades of activity data and emission factor: each its own, or
// that of both.
func (c *csvReader) readGrades(f *evidenceFrame) {
	both := readWord(c, colQuality, &c.caches.grades, readQualityWord)
	f.activity = cmp.Or(readWord(c, colActivityQuality, &c.caches.grades, readQualityWord), both)
	f.factor = cmp.Or(readWord(c, colFactorQuality, &c.caches.grades, readQualityWord), both)
}

// readFile reads in which file the figure of a record was found, and where in it.
func (c *csvReader) readFile(r *Record) *sourceFile {
	from := sourceFile{c.readText(colFile), readWord(c, colFileSHA256, &c.caches.sums, ParseSHA256)}
	line, column := c.readPlaceInFile(colFileLine, math.MaxInt32), c.readPlaceInFile(colFileColumn, math.MaxUint16)
	text := c.readText(colAsRead)
	if from.name != "" {
		r.Line, r.Column, r.Value = line, uint16(column), r.Value.ReadAs(text)
		return c.files.of(from)
	}
	for _, column := range []int{colFileLine, colFileColumn, colAsRead} {
		if len(c.cell[column]) > 0 {
			c.refuse(FaultMismatch, column, "it belongs to a file: name it in the column file")
		}
	}
	if from == (sourceFile{}) {
		return c.file
	}
	return c.files.of(from)
}

// readPlaceInFile reads the number of a line or column, from 1.
func (c *csvReader) readPlaceInFile(column, most int) int {
	b := c.cell[column]
	if len(b) == 0 {
		return 0
	}
	n, err := strconv.Atoi(string(b))
	if err != nil || n < 1 || n > most {
		c.refuse(FaultField, column, fmt.Sprintf("a whole number from 1 to %d is needed", most))
		return 0
	}
	return n
}
