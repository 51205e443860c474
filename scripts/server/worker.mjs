const OWN = /^\/(?:healthz|readyz|metrics)(?:\?|$)/

/** A process that only works on what is due answers nothing but how it is: no page, no door. */
export const onlyHealth = ({ answer, refuse }) => (req, res) => {
  if (OWN.test(req.url)) return answer(req, res)
  return refuse({ res, status: 404, text: 'This process of the portal serves no pages.' })
}
