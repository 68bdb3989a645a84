package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/require"
)

// equalItems is a file of actions whose lists say one thing over and over.
func equalItems(column string, rows int) string {
	var b strings.Builder
	b.WriteString("id,name,area,source," + column + "\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d,x,E,s,%s\n", i, strings.Repeat("a;", 4900))
	}
	return b.String()
}

// A line takes what its bytes take: twice the lines take twice the time.
func BenchmarkReadActionsOfEqualItems(b *testing.B) {
	for _, column := range []string{"requires", "codes", "partners", "links"} {
		for rows := 25; rows <= 100; rows *= 2 {
			text := equalItems(column, rows)
			b.Run(fmt.Sprintf("%s/%d", column, rows), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for range b.N {
					_, _, err := sheet.ReadActions(strings.NewReader(text), plainCSV)
					require.NoError(b, err)
				}
			})
		}
	}
}
