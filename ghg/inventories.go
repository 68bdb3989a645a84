package ghg

import "errors"

// Inventories makes all inventories of a file in one call: one for each place and
// period, in the order in which each is first met, of one scheme and vintage. Each
// is checked as [NewInventory] does. Findings of all come together; one that names
// no line says which inventory it is of. Where records cannot belong, the inventories
// that stand are returned beside the error, [Faults] with those of all others.
func Inventories(records []Record, scheme Scheme, vintage Vintage) ([]Inventory, Findings, error) {
	var out []Inventory
	var findings Findings
	var faults Faults
	for id, group := range GroupRecords(records) {
		of := string(id.Place) + " " + id.Period.String()
		inv, found, err := NewInventory(id.Place, id.Period, vintage, scheme, group)
		if err != nil {
			var own Faults
			if !errors.As(err, &own) {
				return out, findings, err
			}
			for _, f := range own.All {
				if f.Line == 0 && f.Of == "" {
					f.Of = of
				}
				if f.Place == "" {
					f.Place, f.Period = id.Place, id.Period
				}
				faults.Add(f)
			}
			faults.More += own.More
			continue
		}
		for _, f := range found.All {
			if f.Line == 0 && f.Of == "" {
				f.Of = of
			}
			findings.Add(f)
		}
		findings.More += found.More
		out = append(out, inv)
	}
	return out, findings, faults.Err()
}
