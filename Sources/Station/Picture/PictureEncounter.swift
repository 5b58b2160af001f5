/// An encounter as the picture and the store have it.
public struct PictureEncounter: Sendable, Hashable {
    public var json: [UInt8] = []
    public var identifier: String = ""
    public var isOpen = false
}
