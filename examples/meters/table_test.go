package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// All that a key says is in the table, and reading it gives the sums that it was made of.
func TestTable(t *testing.T) {
	const text = "place,year,category,gas,scope,variant,status,tags,fuel,activity,facility,mass,unit\n" +
		"town 10,2024,I.1.1,CO2,,,,,gas,,,1.5,kg\n" +
		"town 10,2024,I.1.1,CO2,,,,,gas,,,900719925474099.301,kg\n" +
		"town 9,2024-03-01/2024-03-31,I.2.2,CH4,2,location-based,provisional,owner:city,=gas,heating,\"school, \"\"old\"\"\",0.0070,t\n"
	path := filepath.Join(t.TempDir(), "meters.csv")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	out, said, status := ran(t, "-table", path)
	require.Zero(t, status, said)
	assert.Equal(t, "place,year,category,gas,scope,variant,status,tags,fuel,activity,facility,mass,unit\n"+
		"town 10,2024,I.1.1,CO2,,,,,gas,,,900719925474.100801,t\n"+
		"town 9,2024-03-01/2024-03-31,I.2.2,CH4,2,location-based,provisional,owner:city,'=gas,heating,\"school, \"\"old\"\"\",0.007,t\n", out)
	assert.Equal(t, sumsOf(t, text), sumsOf(t, out))
}

func sumsOf(t *testing.T, text string) []byte {
	t.Helper()
	p, _, err := ledger.ReadCSV(context.Background(), strings.NewReader(text),
		ledger.ReadOptions{Format: ghg.CSVFormat{Scheme: gpc.Scheme}, Faulty: ledger.RefuseFile})
	require.NoError(t, err)
	data, err := p.MarshalBinary()
	require.NoError(t, err)
	return data
}
