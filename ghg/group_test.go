package ghg_test

import (
	"math/rand"
	"slices"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGroupRecords(t *testing.T) {
	a, b, c := rec("I.1.1", ghg.CO2, mass("1 t")), rec("I.1.2", ghg.CO2, mass("2 t")), rec("I.2.1", ghg.CO2, mass("3 t"))
	b.Place = "Busan"
	got := map[ghg.PlaceID]int{}
	var order []ghg.PlaceID
	for id, group := range ghg.GroupRecords([]ghg.Record{a, b, c, b}) {
		order = append(order, id.Place)
		got[id.Place] = len(group)
	}
	assert.Equal(t, []ghg.PlaceID{"Daegu", "Busan"}, order)
	assert.Equal(t, map[ghg.PlaceID]int{"Daegu": 2, "Busan": 2}, got)
	for range ghg.GroupRecords(nil) {
		t.Fatal("there are none")
	}
	for range ghg.GroupRecords([]ghg.Record{a, b}) {
		break
	}
}

// Each record is in the group that it belongs to, in the order given, and no
// group reaches into another.
func TestGroupRecordsAgreesWithAMap(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 300 {
		var records []ghg.Record
		places := 1 + r.Intn(4)
		for range r.Intn(30) {
			one := rec("I.1.1", ghg.CO2, mass("1 t"))
			one.Place = ghg.PlaceID("place " + strconv.Itoa(r.Intn(places)))
			one.Period = ghg.CalendarYear(2018 + r.Intn(2))
			for range 1 + r.Intn(4) {
				one.Line++
				records = append(records, one)
			}
		}
		var order []ghg.InventoryID
		want := map[ghg.InventoryID][]ghg.Record{}
		for _, x := range records {
			id := ghg.InventoryID{Place: x.Place, Period: x.Period}
			if want[id] == nil {
				order = append(order, id)
			}
			want[id] = append(want[id], x)
		}
		before := slices.Clone(records)
		var have []ghg.InventoryID
		for id, group := range ghg.GroupRecords(records) {
			have = append(have, id)
			require.Equal(t, want[id], group)
			_ = append(group, ghg.Record{Place: "appended"})
			require.Equal(t, before, records, "what is appended to a group stays in it")
		}
		require.Equal(t, order, have)
	}
}

// A group that stands together is not copied.
func TestGroupRecordsTogether(t *testing.T) {
	records := make([]ghg.Record, 6)
	for i := range records {
		records[i] = rec("I.1.1", ghg.CO2, mass("1 t"))
		records[i].Period = ghg.CalendarYear(2018 + i/3)
	}
	at := 0
	for _, group := range ghg.GroupRecords(records) {
		assert.Same(t, &records[at], &group[0])
		assert.Equal(t, 3, cap(group))
		at += 3
	}
}
