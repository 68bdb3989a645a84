package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
)

func TestBaseYearString(t *testing.T) {
	for cut, want := range map[string]string{
		"45%": "45% below 2018", "-12.5%": "12.5% above 2018", "0%": "as in 2018", "100%": "100% below 2018", "-250%": "250% above 2018",
	} {
		assert.Equal(t, want, target.BaseYear{Year: 2018, Cut: ghg.MustShare(cut)}.String())
	}
}
