package credit

import (
	"encoding/json"
	"slices"
)

type tradingAccountJSON struct {
	Entity  Entity       `json:"entity"`
	Offsets Offsets      `json:"offsets"`
	Years   []ClosedYear `json:"years"`
}

// MarshalJSON writes the years as they were closed. The zero TradingAccount is null.
func (a TradingAccount) MarshalJSON() ([]byte, error) {
	if a.entity.Name == "" {
		return []byte("null"), nil
	}
	return json.Marshal(tradingAccountJSON{a.Entity(), a.Offsets(), slices.AppendSeq([]ClosedYear{}, a.Years())})
}

// MarshalJSON writes the year of the account.
func (y ClosedYear) MarshalJSON() ([]byte, error) {
	type fields ClosedYear // without this method
	return json.Marshal(struct {
		fields
		Entity Entity `json:"entity"`
	}{fields(y), y.entity})
}

// MarshalJSON writes the reduction with the readings that it was computed of.
func (g GasReduction) MarshalJSON() ([]byte, error) {
	if g.IsZero() {
		return []byte("null"), nil
	}
	type fields GasReduction // without this method
	return json.Marshal(struct {
		fields
		Terms    LandfillGas `json:"terms"`
		Readings []Monitored `json:"readings"`
	}{fields(g), g.by, slices.AppendSeq([]Monitored{}, g.Readings())})
}

// MarshalJSON writes the position with what it leaves to the partner and in the inventory.
func (p Position) MarshalJSON() ([]byte, error) {
	type fields Position // without this method
	return json.Marshal(struct {
		fields
		ProjectID        string     `json:"projectID"`
		PartnerClaimable boundsJSON `json:"partnerClaimable"`
		WholeProject     boundsJSON `json:"wholeProject"`
		AddBack          boundsJSON `json:"addBack"`
	}{fields(p), p.project.ID, boundsOf(p.PartnerClaimable()), boundsOf(p.WholeProject()), boundsOf(p.AddBack())})
}
