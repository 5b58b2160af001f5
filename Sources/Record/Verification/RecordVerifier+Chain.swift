extension RecordVerifier {
    /// Verifies a record and those it continues, newest first, as far back as `find` has them.
    ///
    /// Each older record must end exactly with the checkpoint that the newer one names, and its last entry must name the
    /// newer one's key. The policy is that of the newest; an older one is verified with the key that its successor
    /// names. The last verification of the result has a `previous` if the chain goes on to records that were not found.
    public static func verifyChain(
        _ source: any TileSource, policy: VerificationPolicy,
        find: (Verification.PreviousRecord) async throws -> (any TileSource)?
    ) async -> [Verification] {
        var results = [await verify(source, policy: policy)]
        var seen: Set<VerifierKey> = []
        while let newer = results.last, newer.problem == nil, let link = newer.previous, let signed = newer.checkpoint {
            guard seen.insert(link.key).inserted else {
                results[results.count - 1].problem = .inconsistent("the records continue each other in a circle")
                break
            }
            let next = results.count == 1 ? policy.key : results[results.count - 2].previous?.key
            do {
                guard let older = try await find(link) else { break }
                let origin = signed.checkpoint.origin
                results.append(await verifyEnd(of: older, link: link, next: next, origin: origin, policy))
            } catch {
                results[results.count - 1].problem = RecordError(error)
            }
        }
        return results
    }

    private static func verifyEnd(
        of source: any TileSource, link: Verification.PreviousRecord, next: VerifierKey?, origin nextOrigin: String,
        _ newest: VerificationPolicy
    ) async -> Verification {
        let final = link.finalCheckpoint
        var result = await verify(source, policy: VerificationPolicy(key: link.key, older: [final]))
        guard result.problem == nil, let found = result.checkpoint?.checkpoint else { return result }
        result.isKeyConfirmed = newest.key != nil
        let origin = final.checkpoint.origin
        do {
            guard found.size == final.checkpoint.size else {
                throw RecordError.inconsistent(
                    "\(origin) has \(found.size) entries, but was closed with \(final.checkpoint.size)")
            }
            guard found.size > 0 else { return result }
            let reader = RecordReader(source: source, trusting: found)
            guard case .closed(let named)? = try RotationEntry(try await reader.entry(at: found.size - 1)),
                named.name.utf8.elementsEqual(nextOrigin.utf8), next == nil || next == named
            else { throw RecordError.inconsistent("\(origin) does not say that it goes on in \(nextOrigin)") }
        } catch {
            result.problem = RecordError(error)
        }
        return result
    }
}
