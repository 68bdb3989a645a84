package estimate_test

import (
	"testing"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/localghg/localghg/ghg/estimate/transport"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/stretchr/testify/assert"
)

// Every default says where it is printed, and whoever asks for it by its whole name is told so.
func TestEveryDefaultHasItsSource(t *testing.T) {
	for name, d := range map[string]estimate.Defaults{
		"fuel": fuel.Defaults(), "transport": transport.Defaults(), "waste": waste.Defaults(), "waste water": waste.WastewaterDefaults(),
		"industry": industry.Defaults(), "land": land.Defaults(),
	} {
		n := 0
		for x := range d.All() {
			n++
			assert.NotEmpty(t, x.Source, "%s: %v", name, x.DefaultKey)
			p, err := d.Of(x.DefaultKey)
			switch {
			case x.Range != "":
				assert.ErrorContains(t, err, "choose one and state it", "%s: %v", name, x.DefaultKey)
			case err != nil: // one key and several rows
				assert.ErrorContains(t, err, "are meant", "%s: %v", name, x.DefaultKey)
			default:
				assert.Contains(t, p.Source, x.Source, "%s: %v", name, x.DefaultKey)
			}
		}
		assert.Positive(t, n, name)
	}
}
