package drivers_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/drivers"
	"github.com/stretchr/testify/assert"
)

func TestAttributions(t *testing.T) {
	var names []string
	for a := range drivers.AllAttributions() {
		names = append(names, a.String())
	}
	assert.Equal(t, []string{"grid factor", "own measures", "activity", "unattributed"}, names)
	assert.Equal(t, "unattributed", drivers.Attribution(0).String(), "what nobody attributed")
	assert.Equal(t, "no attribution", drivers.Attribution(4).String())
	for a := range drivers.AllAttributions() {
		assert.Equal(t, drivers.Grid, a)
		break
	}
}
