package strategy

// CoBenefit is what an action does beside cutting emissions: for air, health,
// jobs. It is never folded into CO2e.
type CoBenefit struct {
	Key string `json:"key,omitempty"` // "air quality"
	// Score is from -2, much worse, to 2, much better.
	Score int `json:"score"`
	// Value is what one year of it is worth, where that is known.
	Value    Money  `json:"value"`
	Evidence string `json:"evidence,omitempty"`
}

// ValidScore reports whether the score lies from -2 to 2.
func (c CoBenefit) ValidScore() bool { return c.Score >= -2 && c.Score <= 2 }
