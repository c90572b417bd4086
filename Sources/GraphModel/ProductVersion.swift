/// The version of the product, as `styrgraf --version` tells it.
public enum ProductVersion {
  public static let current = "0.1.0"
}
