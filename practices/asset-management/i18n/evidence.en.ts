/** What each check of asset.evidence.ts demands, and what a record that fails it lacks. */
const en = {
  asset: {
    demand: {
      kept: 'Assets have an owner, and a place or a user',
      within_life: 'Assets in use are within their support and life',
      erased: 'Data was erased before an asset was disposed of',
    },
    lack: {
      kept: 'no owner, or no place and user',
      within_life: 'past its end of support or life',
      erased: 'no proof of erasure before disposal',
    },
  },
  stock_take: {
    demand: {
      done: 'A stock-take was closed within {{interval}}',
    },
    lack: {
      done: 'none in that time',
    },
  },
  licence: {
    demand: {
      covered: 'No licence is used beyond its entitlement, unless the risk is accepted',
    },
    lack: {
      covered: 'used beyond the entitlement',
    },
  },
};
export default en;
