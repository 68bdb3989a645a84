package ghg_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleConfidence() {
	grade := ghg.MediumHighConfidence
	fmt.Println(grade, grade.Korean(), grade > ghg.MediumConfidence)
	// Output: medium-high 다소 높음 true
}

func TestConfidence(t *testing.T) {
	assert.True(t, ghg.LowConfidence.Valid() && ghg.HighConfidence.Valid())
	for _, c := range []ghg.Confidence{0, ghg.HighConfidence + 1} {
		assert.False(t, c.Valid())
		assert.Equal(t, "not stated 밝히지 않음", c.String()+" "+c.Korean())
	}
	for c := range ghg.HighConfidence + 1 {
		text, err := c.MarshalText()
		require.NoError(t, err)
		back, err := ghg.ParseConfidence(string(text))
		require.NoError(t, err)
		assert.Equal(t, c, back)
	}
	_, err := ghg.ParseConfidence("sure")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
}
