package tableflags_test

import (
	"flag"
	"io"
	"testing"

	"github.com/localghg/localghg/examples/tableflags"
	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func format(t *testing.T, args ...string) (ghg.CSVFormat, error) {
	t.Helper()
	set := flag.NewFlagSet("test", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	tables := tableflags.Register(set)
	require.NoError(t, set.Parse(args))
	return tables.Format()
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		args []string
		want ghg.CSVFormat
	}{
		{nil, ghg.CSVFormat{Delimiter: ','}},
		{[]string{"-delimiter", ";"}, ghg.CSVFormat{Delimiter: ';'}},
		{[]string{"-delimiter", "tab", "-decimal-comma"}, ghg.CSVFormat{Delimiter: '\t', Comma: true}},
		{[]string{"-delimiter", "\t"}, ghg.CSVFormat{Delimiter: '\t'}},
		{[]string{"-thousands", ",", "-accounting"}, ghg.CSVFormat{Delimiter: ',', Thousands: ',', Accounting: true}},
		{[]string{"-thousands", "space"}, ghg.CSVFormat{Delimiter: ',', Thousands: ' '}},
	} {
		got, err := format(t, c.args...)
		require.NoError(t, err)
		assert.Equal(t, c.want, got, c.args)
	}
	for _, wrong := range []string{"", ";;", "§", "Tab"} {
		_, err := format(t, "-delimiter", wrong)
		assert.ErrorContains(t, err, "one character of ASCII, or tab", wrong)
	}
	_, err := format(t, "-thousands", ",,")
	assert.ErrorContains(t, err, "-thousands is one character, or space")
}
